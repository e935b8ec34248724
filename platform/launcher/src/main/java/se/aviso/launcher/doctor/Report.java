package se.aviso.launcher.doctor;

import java.util.ArrayList;
import java.util.List;

/** All findings of one examination. */
public record Report(int checks, int tenants, List<Finding> findings) {
    public Report {
        findings = List.copyOf(findings);
    }

    /** How many rows violate an invariant, over all checks and tenants. */
    public long violations() {
        return findings.stream().mapToLong(Finding::violations).sum();
    }

    /** A table for people, violating rows below their check, and a last line for programs. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(line("check", "tenant", "violations"));
        for (var finding : findings) {
            lines.add(line(finding.check().name(), finding.tenant(), Long.toString(finding.violations())));
            if (finding.violations() > 0) {
                lines.add("    violated: " + finding.check().proves());
                finding.examples().forEach(example -> lines.add("    " + example));
            }
        }
        if (tenants == 0) {
            lines.add("There is no tenant yet, so nothing was examined.");
        }
        lines.add("{\"checks\":" + checks + ",\"tenants\":" + tenants + ",\"violations\":" + violations() + "}");
        return lines;
    }

    private static String line(String check, String tenant, String violations) {
        return String.format("%-48s %-20s %10s", check, tenant, violations);
    }
}
