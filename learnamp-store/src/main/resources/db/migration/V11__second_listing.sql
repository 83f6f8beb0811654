-- A changed group whose listing showed nothing new is listed once more: Graph may not have known yet.
ALTER TABLE directory.listings ADD COLUMN second_look boolean NOT NULL DEFAULT false;
