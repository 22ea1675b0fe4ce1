"""Who moves when: what there is to do, with whose hands, on which days."""
