package rhytid.account;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do something with.
 *
 * @param subject kind and id, such as {@code photo/01j…}, for the audit log
 * @param patientId whose it is; null where it is nobody's (a list, the audit log)
 * @param visitId the visit it belongs to, where there is one
 * @param shared true when it was shared with the patient
 */
public record Target(
        @Nullable String subject,
        @Nullable String patientId,
        @Nullable String visitId,
        boolean shared) {

    public static final Target NOTHING = new Target(null, null, null, false);

    public static Target patient(String patientId) {
        return new Target("patient/" + patientId, patientId, null, false);
    }

    public static Target of(String kind, String id, String patientId) {
        return new Target(kind + "/" + id, patientId, null, false);
    }

    public Target inVisit(String id) {
        return new Target(subject, patientId, id, shared);
    }

    public Target shared(boolean isShared) {
        return new Target(subject, patientId, visitId, isShared);
    }
}
