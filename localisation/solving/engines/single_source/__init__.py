"""Who goes where when each goes to one place of limited room: bounds by Lagrangian knapsacks, and good solutions."""
