ALTER TABLE digests ADD COLUMN slot TEXT;                      -- the scheduled local time it was made for; null for one made by hand or at the first start
CREATE UNIQUE INDEX digests_slot ON digests (slot);
