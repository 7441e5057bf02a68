ALTER TABLE `stores` ADD `applying` text;--> statement-breakpoint
ALTER TABLE `stores` ADD `refusal` text;--> statement-breakpoint
ALTER TABLE `stores` ADD `load` text;