package se.aviso.testkit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionStart;
import se.aviso.spi.bank.SectionTotals;
import se.aviso.testkit.TestContext;

/** Reads a huge file in a Java machine of its own whose heap could never hold it. */
final class SmallHeap {
    private static final String HEAP = "-Xmx" + System.getProperty("contract.heap", "24m");

    private SmallHeap() {}

    static void assertReads(Class<? extends BankFormatContract> contract, int payments)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        contract.getName(),
                        Integer.toString(payments))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).endsWith(payments + " payments, whole");
    }

    /** The machine with the small heap starts here: the contract's class, then how many payments. */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        var made = Class.forName(arguments[0]).getDeclaredConstructor();
        made.setAccessible(true);
        var contract = (BankFormatContract) made.newInstance();
        var tally = new Tally();
        var file = contract.manyPayments(Integer.parseInt(arguments[1]));
        contract.format().read(file, tally, TestContext.plain());
        System.out.println(tally.payments + " payments" + (tally.whole ? ", whole" : ", not whole"));
    }

    /** Counts payments and keeps nothing. */
    private static final class Tally implements BankFileSink {
        private int payments;
        private boolean whole;

        @Override
        public void fileOpened(FileStart start) {}

        @Override
        public void sectionOpened(SectionStart start) {}

        @Override
        public void payment(BankPayment payment) {
            payments++;
        }

        @Override
        public void deduction(BankPayment deduction) {}

        @Override
        public void sectionClosed(SectionTotals totals) {}

        @Override
        public void fileClosed() {
            whole = true;
        }

        @Override
        public void problem(Problem problem) {
            System.out.println(problem);
        }
    }
}
