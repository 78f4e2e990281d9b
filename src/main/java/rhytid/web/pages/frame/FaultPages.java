package rhytid.web.pages.frame;

import java.util.Map;
import rhytid.web.Answer;
import rhytid.web.Exchange;
import rhytid.web.FaultPage;
import rhytid.web.Problem;

/** Says to a person what went wrong and what they can do. Whoever is not signed in is asked to. */
public final class FaultPages implements FaultPage {

    private static final int SIGN_IN = 401;

    private final Views views;

    public FaultPages(Views views) {
        this.views = views;
    }

    /**
     * What the page says.
     *
     * @param key of its words, by the problem's code or else its status
     * @param requestId what the log knows the request by
     */
    public record Fault(int status, String key, String requestId) {}

    @Override
    public Answer of(Exchange exchange, Problem problem, String requestId) {
        if (problem.status() == SIGN_IN) {
            return signIn(exchange);
        }
        if (problem.code().equals("second-factor-first")) {
            return goTo(exchange, problem.status(), Frame.SECOND_FACTOR);
        }
        Words words = views.words(exchange);
        String byCode = "frame.fault." + problem.code();
        String byStatus = "frame.fault." + problem.status();
        String key =
                words.has(byCode + ".title") ? byCode : words.has(byStatus + ".title") ? byStatus : "frame.fault.any";
        return views.page(exchange, problem.status(), "frame/fault.jte", new Fault(problem.status(), key, requestId));
    }

    /** Goes on to where they were, once they are signed in. */
    private static Answer signIn(Exchange exchange) {
        String here = exchange.isRead() ? exchange.pathAndQuery() : "/";
        boolean start = here.equals("/") || isPart(exchange);
        return goTo(exchange, SIGN_IN, start ? "/sign-in" : "/sign-in?next=" + Paths.encoded(here));
    }

    /** A part of an open page takes the whole page along. */
    private static Answer goTo(Exchange exchange, int status, String path) {
        return isPart(exchange) ? new Answer.Html(status, "", Map.of("HX-Redirect", path)) : Answer.seeOther(path);
    }

    private static boolean isPart(Exchange exchange) {
        return "true".equals(exchange.header("HX-Request"));
    }
}
