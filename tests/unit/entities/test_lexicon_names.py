"""Names of the lexicon, packed and read when they are met."""

from gangyao.entities.lexicon_names import lexicon_name, pack_names


def test_a_packed_name_is_read_as_it_was() -> None:
    names = [
        lexicon_name("长三角", "region", "长江三角洲", ("31", "32"), ""),
        None,
        lexicon_name("C919", "programme", "C919", (), "quoted"),
    ]
    packed = pack_names(names)
    assert packed.name(0) == names[0]
    assert packed.name(2) == names[2]


def test_brackets_and_dashes_are_in_one_form() -> None:
    name = lexicon_name("中新（重庆）－项目", "programme", "中新(重庆)—项目", (), "")
    assert name.form == "中新(重庆)—项目"
    assert name.merged_by is None


def test_an_organization_is_never_sure() -> None:
    assert not lexicon_name("四川大学", "organization", "四川大学", (), "").is_sure
    assert lexicon_name("蜀锦", "heritage", "蜀锦", (), "").is_sure
