ALTER TABLE `facts` RENAME TO `installation_settings`;--> statement-breakpoint
ALTER TABLE `stores` RENAME COLUMN `proven_digest` TO `verified_digest`;--> statement-breakpoint
ALTER TABLE `operations` ADD `state_data` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `operations` ADD `target` text;--> statement-breakpoint
ALTER TABLE `operations` ADD `requester_id` text;--> statement-breakpoint
ALTER TABLE `operations` ADD `requester_email` text;--> statement-breakpoint
ALTER TABLE `operations` ADD `step` text;--> statement-breakpoint
ALTER TABLE `operations` ADD `step_title` text;--> statement-breakpoint
ALTER TABLE `operations` ADD `step_started_at` integer;--> statement-breakpoint
ALTER TABLE `operations` ADD `finished_steps` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `operations` ADD `cause` text;--> statement-breakpoint
ALTER TABLE `operations` ADD `result` text;--> statement-breakpoint
ALTER TABLE `operations` ADD `cancelled_by` text;--> statement-breakpoint
CREATE INDEX `operations_by_store_and_age` ON `operations` (`store_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TEMP TABLE `image_updates` AS
  SELECT `operation_id` AS `id`, json_extract(`detail`, '$.target') AS `target`
  FROM `events`
  WHERE json_extract(`detail`, '$.kind') = 'operation.queued' AND json_extract(`detail`, '$.target') IS NOT NULL;--> statement-breakpoint
UPDATE `operations`
  SET `kind` = 'update-images',
    `target` = (SELECT `target` FROM `image_updates` WHERE `image_updates`.`id` = `operations`.`id`),
    `state_data` = CASE WHEN `state` IN ('queued', 'running')
      THEN coalesce((SELECT `update` FROM `stores` WHERE `stores`.`id` = `operations`.`store_id`), '{}')
      ELSE '{}' END
  WHERE `kind` = 'update' AND `id` IN (SELECT `id` FROM `image_updates`);--> statement-breakpoint
UPDATE `operations` SET `kind` = 'change-plan' WHERE `kind` = 'update';--> statement-breakpoint
UPDATE `events`
  SET `detail` = json_set(`detail`, '$.operation',
    CASE WHEN `operation_id` IN (SELECT `id` FROM `image_updates`) THEN 'update-images' ELSE 'change-plan' END)
  WHERE json_extract(`detail`, '$.operation') = 'update';--> statement-breakpoint
DROP TABLE `image_updates`;--> statement-breakpoint
ALTER TABLE `stores` DROP COLUMN `update`;
