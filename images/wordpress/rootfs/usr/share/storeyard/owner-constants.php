<?php
/**
 * Defines the owner's constants: STORE_CONSTANTS is a JSON object with names and values. The chart's schema lists the names.
 * A constant that exists already keeps its value.
 */
function storeyard_define_owner_constants(): void
{
    $constants = json_decode(storeyard_setting('STORE_CONSTANTS', '{}'), true) ?: [];
    foreach ($constants as $name => $value) {
        defined($name) || define($name, $value);
    }
}
