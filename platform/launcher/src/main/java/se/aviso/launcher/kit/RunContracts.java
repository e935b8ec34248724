package se.aviso.launcher.kit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests of a plugin that was begun by the kit, where no build tool does. */
public final class RunContracts {
    private static final int SHOWN = 50;

    private RunContracts() {}

    /** Takes the folder of compiled tests, which is on the class path; ends with 1 where one fails or none is there. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(Path.of(arguments[0]), out) ? 0 : 1);
    }

    /** True where there are tests in that folder, and all of them hold. */
    static boolean run(Path tests, PrintWriter out) {
        var listener = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(tests)))
                .build();
        LauncherFactory.create().execute(request, listener);
        var summary = listener.getSummary();
        summary.printFailuresTo(out, SHOWN);
        out.println(summary.getTestsSucceededCount() + " of " + summary.getTestsFoundCount() + " tests hold");
        return isWhole(summary);
    }

    private static boolean isWhole(TestExecutionSummary summary) {
        return summary.getTestsFoundCount() > 0
                && summary.getTotalFailureCount() == 0
                && summary.getTestsSucceededCount() == summary.getTestsFoundCount();
    }
}
