CREATE INDEX `audit_by_action` ON `audit` (`action`,`id`);--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `stores_by_phase` ON `stores` (`phase`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `stores_by_owner_and_age` ON `stores` (`owner_id`,`created_at`,`id`);