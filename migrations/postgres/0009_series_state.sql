-- Where a series stands: running, ended before the day that its rule gave at first, or cancelled.
ALTER TABLE series ADD COLUMN state TEXT NOT NULL DEFAULT 'running';
