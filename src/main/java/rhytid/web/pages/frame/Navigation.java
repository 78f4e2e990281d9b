package rhytid.web.pages.frame;

import java.util.List;
import rhytid.account.AccessPolicy;
import rhytid.account.AccessPolicy.Decision;
import rhytid.account.Action;
import rhytid.account.Caller;
import rhytid.account.Caller.SignedIn;
import rhytid.account.Target;

/** The entries that stand at the head of pages; everybody sees those that they may open. The first is their start. */
public final class Navigation {

    /**
     * A place to go.
     *
     * @param key of its name among the words
     * @param action that its page asks for
     * @param forPatients true for a patient's own places, false for those of staff
     */
    public record Entry(String path, String key, Action action, boolean forPatients) {

        public static Entry forStaff(String path, String key, Action action) {
            return new Entry(path, key, action, false);
        }

        public static Entry forPatients(String path, String key, Action action) {
            return new Entry(path, key, action, true);
        }

        /** True when the page at the path belongs to this place. */
        public boolean holds(String current) {
            return current.equals(path) || current.startsWith(path + "/");
        }
    }

    private final AccessPolicy policy = new AccessPolicy();
    private final List<Entry> entries;

    Navigation(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    List<Entry> of(Caller caller) {
        if (!(caller instanceof SignedIn person)) {
            return List.of();
        }
        String patient = person.account().patientId();
        Target own = patient == null ? Target.NOTHING : Target.patient(patient);
        return entries.stream()
                .filter(entry -> entry.forPatients() == (patient != null))
                .filter(entry -> policy.decide(caller, entry.action(), own) == Decision.ALLOWED)
                .toList();
    }
}
