"""A found plan closed up: nothing waits that could be done sooner at the same value."""
