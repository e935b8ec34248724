package se.aviso.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void withoutATenantNothingWasExaminedAndTheReportSaysSo() {
        assertThat(new Report(17, 0, List.of()).lines())
                .endsWith(
                        "There is no tenant yet, so nothing was examined.",
                        "{\"checks\":17,\"tenants\":0,\"violations\":0}");
    }

    @Test
    void withATenantItDoesNot() {
        assertThat(new Report(17, 1, List.of()).lines()).noneMatch(line -> line.contains("no tenant"));
    }
}
