<?php
require '/var/www/html/wp-load.php';

wp_cache_flush();
