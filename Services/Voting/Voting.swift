// Voting
