-- People in scope, as the second look at each has told, whom a listing did not show: it was not whole, so no group is
-- forgotten by it, and no daily sync builds on it.
ALTER TABLE directory.listings ADD COLUMN missed integer NOT NULL DEFAULT 0;
