"""Who must act: which subjects are bodies, lists that share a head, subjects that go on, others called in."""
