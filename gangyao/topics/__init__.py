"""What sections and tasks are about, by the classes of the State Council's catalogue (主题分类)."""
