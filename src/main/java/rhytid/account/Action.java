package rhytid.account;

import static rhytid.account.Action.Patients.NEVER;
import static rhytid.account.Action.Patients.OWN;
import static rhytid.account.Action.Patients.SHARED;

import java.util.Locale;
import java.util.Set;

/**
 * Everything that can be done, and the whole policy: which staff may, whether a patient may with what is theirs, and
 * whether an upload invitation is enough.
 */
public enum Action {
    SEE_SELF(Staff.ALL, OWN),
    CHANGE_OWN_SIGN_IN(Staff.ALL, OWN),
    MANAGE_USERS(Staff.ADMIN, NEVER),
    READ_AUDIT(Staff.ADMIN, NEVER),
    READ_SERVICE_STATE(Staff.ADMIN, NEVER),
    HAND_OUT_PASSWORD_LINK(Staff.ALL, NEVER),

    LIST_PATIENTS(Staff.ALL, NEVER),
    CREATE_PATIENT(Staff.ALL, NEVER),
    READ_PATIENT(Staff.ALL, NEVER),
    CHANGE_PATIENT(Staff.ALL, NEVER),
    ERASE_PATIENT(Staff.ALL, NEVER),

    RECORD_TREATMENT(Staff.INJECTOR, NEVER),
    READ_TREATMENTS(Staff.INJECTOR, NEVER),

    CREATE_VISIT(Staff.ALL, OWN),
    READ_VISITS(Staff.ALL, OWN),
    CLOSE_VISIT(Staff.ALL, NEVER),
    INVITE(Staff.ALL, NEVER),

    UPLOAD_PHOTO(Staff.ALL, OWN, true),
    LIST_PHOTOS(Staff.ALL, OWN, true),
    READ_PHOTO(Staff.ALL, OWN),
    READ_EARLIER_PHOTO(Staff.ALL, NEVER),
    READ_ORIGINAL(Staff.ALL, NEVER),
    DELETE_PHOTO(Staff.ALL, OWN),

    /** Not for assistants: it tells from treatments who is due. */
    READ_WORK_LIST(Staff.INJECTOR, NEVER),
    START_COMPARISON(Staff.ALL, NEVER),
    LIST_COMPARISONS(Staff.ALL, NEVER),
    READ_COMPARISON(Staff.ALL, SHARED),
    READ_LANDMARKS(Staff.ALL, NEVER),
    REVIEW_COMPARISON(Staff.INJECTOR, NEVER),
    SHARE_COMPARISON(Staff.INJECTOR, NEVER),

    READ_GALLERY(Staff.ALL, OWN),
    READ_SIGHTINGS(Staff.ADMIN, OWN),
    READ_CONSENT(Staff.ALL, OWN),
    SET_CONSENT(Staff.ALL, OWN),
    /** Not for assistants: it holds the treatments, which they do not read. */
    EXPORT(Staff.INJECTOR, OWN);

    /** Sets of staff roles. What an injector may, the administrator may too. */
    private static final class Staff {
        static final Set<Role> ADMIN = Set.of(Role.ADMIN);
        static final Set<Role> INJECTOR = Set.of(Role.ADMIN, Role.INJECTOR);
        static final Set<Role> ALL = Set.of(Role.ADMIN, Role.INJECTOR, Role.ASSISTANT);
    }

    /** What patients may. */
    public enum Patients {
        NEVER,
        /** With what is theirs. */
        OWN,
        /** With what is theirs, once it was shared with them. */
        SHARED
    }

    private final Set<Role> staff;
    private final Patients patients;
    private final boolean invited;

    Action(Set<Role> staff, Patients patients) {
        this(staff, patients, false);
    }

    Action(Set<Role> staff, Patients patients, boolean invited) {
        this.staff = staff;
        this.patients = patients;
        this.invited = invited;
    }

    /** True of what concerns nobody but whoever asks: it is about no patient, and open before all else is. */
    boolean isOfOneself() {
        return this == SEE_SELF || this == CHANGE_OWN_SIGN_IN;
    }

    public Set<Role> staff() {
        return staff;
    }

    public Patients patients() {
        return patients;
    }

    /** True when the holder of an upload invitation may, for the invitation's visit. */
    public boolean invited() {
        return invited;
    }

    /** As the audit log spells it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
