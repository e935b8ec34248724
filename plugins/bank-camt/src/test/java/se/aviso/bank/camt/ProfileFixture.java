package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import se.aviso.spi.bank.BankFormat;
import se.aviso.testkit.TestContext;
import se.aviso.testkit.bank.BytesFile;
import se.aviso.testkit.bank.EventLog;

/** Files that are read under an operator's profiles. */
final class ProfileFixture {
    private ProfileFixture() {}

    /** What is read when the operator has said so of banks. */
    static EventLog read(String profiles, String text) {
        BankFormat format = text.contains("camt.053") ? new Camt053Format() : new Camt054Format();
        var file = new BytesFile("test.xml", text.getBytes(UTF_8));
        var log = new EventLog(file.size());
        try {
            format.read(file, log, TestContext.with(Map.of("profiles", profiles)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return log;
    }

    /** The file with its account kept by that bank, as the version of the file says it. */
    static String keptBy(String bic, String text) {
        var name = text.contains(".001.02") ? "BIC" : "BICFI";
        var servicer = "<Svcr><FinInstnId><" + name + ">" + bic + "</" + name + "></FinInstnId></Svcr></Acct>";
        return text.replaceFirst("</Acct>", servicer);
    }

    /** To whom the payments of each section came, the most specific number of it. */
    static List<String> receivers(EventLog log) {
        return log.sections().stream()
                .map(section -> section.start().accounts().get(0).key())
                .toList();
    }
}
