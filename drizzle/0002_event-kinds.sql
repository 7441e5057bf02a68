CREATE INDEX `events_by_kind` ON `events` (json_extract("detail", '$.kind'),`at`);
