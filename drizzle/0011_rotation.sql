ALTER TABLE `stores` ADD `safe_mode` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `stores` ADD `secrets_revision` integer DEFAULT 1 NOT NULL;