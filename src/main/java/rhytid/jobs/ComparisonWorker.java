package rhytid.jobs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhytid.clinic.ComparisonProgress;
import rhytid.clinic.ComparisonProgress.Material;
import rhytid.clinic.TimeLimit;
import rhytid.face.Expression;
import rhytid.jobs.ComparisonWork.Compared;
import rhytid.storage.ObjectDamaged;
import rhytid.storage.ObjectMissing;
import rhytid.storage.StoreUnavailable;

/**
 * Works on one comparison. An attempt is counted before it begins, so that one which takes the whole process down is
 * counted too and does not come back for ever.
 */
final class ComparisonWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ComparisonWorker.class);

    private final ComparisonProgress progress;
    private final ComparisonWork work;
    private final JobSettings settings;

    ComparisonWorker(ComparisonProgress progress, ComparisonWork work, JobSettings settings) {
        this.progress = progress;
        this.work = work;
        this.settings = settings;
    }

    /** Returns when there is nothing more to do for it; throws when it is worth another attempt. */
    void run(String id) {
        Optional<Integer> attempt = progress.begin(id);
        if (attempt.isEmpty()) {
            return;
        }
        if (attempt.get() > settings.attempts()) {
            giveUp(id, "The work was cut off " + settings.attempts() + " times. It will not be tried again.");
            return;
        }
        try {
            compare(id);
        } catch (StoreUnavailable e) { // says nothing about this comparison: try as long as it takes
            progress.postpone(id);
            throw e;
        } catch (InterruptedException e) { // this node stops: says nothing about this comparison either
            progress.postpone(id);
            throw new IllegalStateException("the node stops", e);
        } catch (ObjectDamaged | ObjectMissing e) { // will not get better
            LOG.error("Comparison {}: {}", id, e.getMessage());
            giveUp(id, "A photo can no longer be read as it was uploaded. Upload it again.");
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            LOG.warn("Comparison {}, attempt {} of {} failed", id, attempt.get(), settings.attempts(), e);
            if (attempt.get() >= settings.attempts()) {
                giveUp(id, "It failed " + attempt.get() + " times, at last with: " + reason(e));
                return;
            }
            throw new IllegalStateException("attempt " + attempt.get() + " failed", e);
        }
    }

    private void compare(String id) throws Exception {
        Material material = progress.material(id);
        Map<Expression, byte[]> baseline = new HashMap<>(material.baseline());
        Map<Expression, byte[]> followUp = new HashMap<>(material.followUp());
        baseline.keySet().retainAll(followUp.keySet());
        followUp.keySet().retainAll(baseline.keySet());
        if (baseline.isEmpty()) {
            giveUp(id, "The visits no longer have a photo of the same expression.");
            return;
        }
        Compared compared = TimeLimit.within(
                settings.timeLimit(),
                Background.of(() ->
                        work.compare(baseline, followUp, material.corrections(), new ThrottledProgress(progress, id))));
        ComparisonProgress.Pictures pictures = new ComparisonProgress.Pictures(compared.images(), compared.layers());
        progress.finish(id, material, compared.comparable(), compared.json(), pictures);
        LOG.info("Comparison {} finished: {}", id, compared.comparable() ? "done" : "refused");
    }

    private void giveUp(String id, String reason) {
        LOG.warn("Comparison {} ends as a failure: {}", id, reason);
        progress.fail(id, reason);
    }

    /** The kind of fault, not its message: that may name a file. */
    private static String reason(Throwable fault) {
        return fault.getClass().getSimpleName();
    }
}
