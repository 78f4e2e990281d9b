package rhytid.cli;

import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Progress;

/** A progress bar on standard error; nothing where nobody sits at a terminal. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final int STEPS = 1000;

    private final @Nullable ProgressBar bar;

    ProgressLine(String task) {
        Console console = System.console();
        bar = console != null && console.isTerminal()
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(STEPS)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        .hideEta()
                        .clearDisplayOnFinish()
                        .build()
                : null;
    }

    @Override
    public void at(double share, String step) {
        if (bar != null) {
            bar.stepTo(Math.round(share * STEPS));
            bar.setExtraMessage(step);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
