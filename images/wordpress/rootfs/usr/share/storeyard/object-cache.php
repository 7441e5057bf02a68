<?php
/**
 * WordPress's object cache in APCu, which all PHP workers of the pod share. wp-config.php loads it where the owner has no
 * object cache of their own on the volume. It is empty when the pod starts, so nothing of a database that was restored or updated is old.
 * The command line does not share the memory: it works without this file, and starts a new generation when it writes (command-line.php).
 */

// WordPress then loads no other. The function that sets this is not there yet.
$GLOBALS['_wp_using_ext_object_cache'] = true;

final class WP_Object_Cache
{
    /** An entry that WordPress keeps for ever ends after a day: its memory is limited. */
    private const MOST_SECONDS = 86_400;

    public int $cache_hits = 0;
    public int $cache_misses = 0;
    /** What this request has read and written, by group and key. @var array<string, array<string, mixed>> */
    private array $seen = [];
    /** Groups of this request alone. @var array<string, true> */
    private array $own = [];
    /** Part of each key: another number makes all older entries unreachable. */
    private string $prefix;

    public function __construct()
    {
        $this->prefix = 'storeyard:' . (int) apcu_fetch('storeyard_object_generation') . ':' . storeyard_generation() . ':';
    }

    public function add(string $key, mixed $value, string $group, int $seconds): bool
    {
        if (wp_suspend_cache_addition()) {
            return false;
        }
        if (isset($this->own[$group])) {
            if (array_key_exists($key, $this->seen[$group] ?? [])) {
                return false;
            }
        } elseif (!apcu_add($this->name($key, $group), $this->copy($value), $this->lifetime($seconds))) {
            return false;
        }
        $this->seen[$group][$key] = $this->copy($value);
        return true;
    }

    public function replace(string $key, mixed $value, string $group, int $seconds): bool
    {
        $this->get($key, $group, true, $found);
        return $found && $this->set($key, $value, $group, $seconds);
    }

    public function set(string $key, mixed $value, string $group, int $seconds): bool
    {
        $this->seen[$group][$key] = $this->copy($value);
        if (isset($this->own[$group])) {
            return true;
        }
        if (apcu_store($this->name($key, $group), $this->copy($value), $this->lifetime($seconds))) {
            return true;
        }
        // No memory is left. What other requests would read is older than this.
        apcu_delete($this->name($key, $group));
        return false;
    }

    public function get(string $key, string $group, bool $force, ?bool &$found): mixed
    {
        $is_own = isset($this->own[$group]);
        if ((!$force || $is_own) && array_key_exists($key, $this->seen[$group] ?? [])) {
            $found = true;
            $this->cache_hits++;
            return $this->copy($this->seen[$group][$key]);
        }
        $value = $is_own ? false : apcu_fetch($this->name($key, $group), $found);
        if ($is_own || !$found) {
            $found = false;
            $this->cache_misses++;
            unset($this->seen[$group][$key]);
            return false;
        }
        $this->cache_hits++;
        $this->seen[$group][$key] = $value;
        return $this->copy($value);
    }

    public function delete(string $key, string $group): bool
    {
        $was_seen = array_key_exists($key, $this->seen[$group] ?? []);
        unset($this->seen[$group][$key]);
        return isset($this->own[$group]) ? $was_seen : apcu_delete($this->name($key, $group));
    }

    public function add_to(string $key, int $offset, string $group): int|false
    {
        $value = $this->get($key, $group, true, $found);
        if (!$found) {
            return false;
        }
        $value = max(0, (is_numeric($value) ? (int) $value : 0) + $offset);
        $this->set($key, $value, $group, 0);
        return $value;
    }

    public function flush(): bool
    {
        $this->seen = [];
        apcu_inc('storeyard_object_generation');
        $this->__construct();
        apcu_delete(new APCUIterator('~^storeyard:~', APC_ITER_KEY));
        return true;
    }

    public function flush_runtime(): bool
    {
        $this->seen = [];
        return true;
    }

    public function flush_group(string $group): bool
    {
        unset($this->seen[$group]);
        apcu_delete(new APCUIterator('~^' . preg_quote($this->name('', $group)) . '~', APC_ITER_KEY));
        return true;
    }

    /** @param string[] $groups */
    public function keep_to_request(array $groups): void
    {
        $this->own += array_fill_keys($groups, true);
    }

    private function name(string $key, string $group): string
    {
        return "$this->prefix$group:$key";
    }

    private function lifetime(int $seconds): int
    {
        return $seconds > 0 ? min($seconds, self::MOST_SECONDS) : self::MOST_SECONDS;
    }

    /** Callers change what they get, and what they gave. */
    private function copy(mixed $value): mixed
    {
        return is_object($value) ? clone $value : $value;
    }
}

function storeyard_cache(): WP_Object_Cache
{
    return $GLOBALS['wp_object_cache'];
}

function storeyard_cache_group(string $group): string
{
    return $group === '' ? 'default' : $group;
}

function wp_cache_init(): void
{
    $GLOBALS['wp_object_cache'] = new WP_Object_Cache();
}

function wp_cache_add($key, $data, $group = '', $expire = 0)
{
    return storeyard_cache()->add((string) $key, $data, storeyard_cache_group((string) $group), (int) $expire);
}

function wp_cache_add_multiple(array $data, $group = '', $expire = 0)
{
    $done = [];
    foreach ($data as $key => $value) {
        $done[$key] = wp_cache_add($key, $value, $group, $expire);
    }
    return $done;
}

function wp_cache_replace($key, $data, $group = '', $expire = 0)
{
    return storeyard_cache()->replace((string) $key, $data, storeyard_cache_group((string) $group), (int) $expire);
}

function wp_cache_set($key, $data, $group = '', $expire = 0)
{
    return storeyard_cache()->set((string) $key, $data, storeyard_cache_group((string) $group), (int) $expire);
}

function wp_cache_set_multiple(array $data, $group = '', $expire = 0)
{
    $done = [];
    foreach ($data as $key => $value) {
        $done[$key] = wp_cache_set($key, $value, $group, $expire);
    }
    return $done;
}

function wp_cache_get($key, $group = '', $force = false, &$found = null)
{
    return storeyard_cache()->get((string) $key, storeyard_cache_group((string) $group), (bool) $force, $found);
}

function wp_cache_get_multiple($keys, $group = '', $force = false)
{
    $values = [];
    foreach ($keys as $key) {
        $values[$key] = wp_cache_get($key, $group, $force);
    }
    return $values;
}

function wp_cache_delete($key, $group = '')
{
    return storeyard_cache()->delete((string) $key, storeyard_cache_group((string) $group));
}

function wp_cache_delete_multiple(array $keys, $group = '')
{
    $deleted = [];
    foreach ($keys as $key) {
        $deleted[$key] = wp_cache_delete($key, $group);
    }
    return $deleted;
}

function wp_cache_incr($key, $offset = 1, $group = '')
{
    return storeyard_cache()->add_to((string) $key, (int) $offset, storeyard_cache_group((string) $group));
}

function wp_cache_decr($key, $offset = 1, $group = '')
{
    return storeyard_cache()->add_to((string) $key, -(int) $offset, storeyard_cache_group((string) $group));
}

function wp_cache_flush()
{
    return storeyard_cache()->flush();
}

function wp_cache_flush_runtime()
{
    return storeyard_cache()->flush_runtime();
}

function wp_cache_flush_group($group)
{
    return storeyard_cache()->flush_group(storeyard_cache_group((string) $group));
}

function wp_cache_supports($feature)
{
    return in_array($feature, ['add_multiple', 'set_multiple', 'get_multiple', 'delete_multiple', 'flush_runtime', 'flush_group'], true);
}

function wp_cache_close()
{
    return true;
}

/** One site: every group is its own. */
function wp_cache_add_global_groups($groups): void
{
}

function wp_cache_add_non_persistent_groups($groups): void
{
    storeyard_cache()->keep_to_request((array) $groups);
}

function wp_cache_switch_to_blog($blog_id): void
{
}

function wp_cache_reset(): void
{
    storeyard_cache()->flush_runtime();
}
