package rhytid.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValidationReportTest {

    private static final String EMPTY = "# Page\n\n<!-- end of goals -->\n\nafter\n";

    @Test
    void aPartThatIsMeasuredAnewReplacesItsTableAndNoOther() {
        String both = ValidationReport.with(ValidationReport.with(EMPTY, "moves", "old\n"), "gates", "kept\n");
        String again = ValidationReport.with(both, "moves", "new\n");
        assertThat(again).contains("new").doesNotContain("old").contains("kept").startsWith("# Page");
        assertThat(again.indexOf("new")).isLessThan(again.indexOf("kept"));
        assertThat(again).endsWith("<!-- end of goals -->\n\nafter\n");
    }
}
