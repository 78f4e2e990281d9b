package rhytid.app;

import java.util.Locale;
import rhytid.storage.Shelf;

/**
 * What a backup holds, in the order in which it can be written back. Sessions, links and answered requests are left
 * out: they are of the moment, and a restored service asks people to sign in again.
 */
enum KeptTable {
    PATIENT,
    ACCOUNT,
    /** Encrypted with a key that the backup does not hold; recovery codes open it without. */
    SECOND_FACTOR,
    RECOVERY_CODE,
    NOTICE,
    TREATMENT,
    VISIT,
    STORED_OBJECT("select * from stored_object where state = 'live'"),
    PHOTO,
    INVITATION,
    CONSENT,
    COMPARISON,
    COMPARISON_PHOTO,
    COMPARISON_IMAGE,
    REVIEW,
    SHARE,
    AUDIT,
    /** What waits is worked on after the restore; nobody works on it now. */
    SCHEDULED_TASKS("""
            select task_name, task_instance, task_data, execution_time, false as picked, null::text as picked_by,
                last_success, last_failure, consecutive_failures, null::timestamptz as last_heartbeat, version, priority
            from scheduled_tasks where task_name = 'comparison'""");

    private final String query;

    KeptTable() {
        this.query = "select * from " + table();
    }

    KeptTable(String query) {
        this.query = query;
    }

    final String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    String query() {
        return query;
    }

    /** True of what backups made before there were second factors do not have. */
    boolean mayBeMissing() {
        return this == SECOND_FACTOR || this == RECOVERY_CODE || this == NOTICE;
    }

    /** Where an object lies in the ZIP. */
    static String entry(Shelf shelf, String key) {
        return "objects/" + shelf.key() + "/" + key;
    }

    /** Where the table's rows lie in the ZIP. */
    String entry() {
        return "tables/" + table() + ".csv";
    }
}
