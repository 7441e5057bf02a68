-- The last step of a create is named after what every engine does: it verifies the store.
UPDATE `events` SET `detail` = json_set(`detail`, '$.step', 'verify') WHERE json_extract(`detail`, '$.step') = 'order';--> statement-breakpoint
UPDATE `operations` SET `step` = 'verify' WHERE `step` = 'order';
