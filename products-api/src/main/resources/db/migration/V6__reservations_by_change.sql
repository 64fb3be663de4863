-- What orders-api compares with its orders every minute: reservations that changed since the last time.
CREATE INDEX reservation_by_change ON reservation (updated_at);
