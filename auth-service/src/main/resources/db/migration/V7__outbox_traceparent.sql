-- The trace in which an event came about (W3C Trace Context), so that its delivery goes on in it; null outside a trace.
ALTER TABLE outbox_event ADD COLUMN traceparent text CHECK (length(traceparent) <= 55);
