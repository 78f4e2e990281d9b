package rhytid.web.pages.review;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import rhytid.account.Action;
import rhytid.account.Target;
import rhytid.clinic.WorkList;
import rhytid.clinic.WorkList.CameIn;
import rhytid.clinic.WorkList.Due;
import rhytid.clinic.WorkList.Waiting;
import rhytid.web.Answer;
import rhytid.web.Clinic;
import rhytid.web.Endpoint;
import rhytid.web.Exchange;
import rhytid.web.pages.frame.Views;
import rhytid.web.pages.frame.Words;

/** Where an injector's day begins. */
public final class WorkListPages {

    /** What can be shown alone. */
    private static final Set<String> LISTS = Set.of("waiting", "came-in", "due");

    private final Clinic clinic;
    private final Views views;

    public WorkListPages(Clinic clinic, Views views) {
        this.clinic = clinic;
        this.views = views;
    }

    /**
     * The page.
     *
     * @param show the list that is shown alone; {@code all} for all of them
     */
    public record WorkPage(String show, List<Waiting> waiting, List<CameIn> cameIn, List<Due> due) {

        public boolean shows(String list) {
            return show.equals("all") || show.equals(list);
        }

        public int all() {
            return waiting.size() + cameIn.size() + due.size();
        }

        /** Whether there may be more than are shown. */
        public boolean isCut(List<?> rows) {
            return rows.size() >= WorkList.MOST_ROWS;
        }

        /** What the row calls the patient. */
        public String name(WorkList.Person patient) {
            return patient.details().shownName();
        }

        public long days(Waiting row) {
            return ChronoUnit.DAYS.between(row.baseline(), row.followUp());
        }

        /** Key of how long after what. */
        public String day(Due row, Words words) {
            String since = row.treated() ? "review.work.day" : "review.work.day.untreated";
            return words.count(since, row.course().days(words.today()));
        }

        /** As the style sheet's badges are called. */
        public String tone(Waiting row) {
            return switch (row.status()) {
                case FAILED, REFUSED -> "stop";
                case DONE -> row.findings() > 0 ? "warn" : "good";
                case QUEUED, RUNNING -> "";
            };
        }
    }

    public List<Endpoint> endpoints() {
        return List.of(Endpoint.page("/work", this::show).is(Action.READ_WORK_LIST));
    }

    private Answer show(Exchange exchange) {
        exchange.pass(Action.READ_WORK_LIST, Target.NOTHING);
        String wanted = exchange.query("show");
        String show = wanted != null && LISTS.contains(wanted) ? wanted : "all";
        WorkList list = clinic.workList();
        return views.page(exchange, "review/work.jte", new WorkPage(show, list.waiting(), list.cameIn(), list.due()));
    }
}
