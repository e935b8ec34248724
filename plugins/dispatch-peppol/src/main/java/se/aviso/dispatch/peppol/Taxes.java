package se.aviso.dispatch.peppol;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.aviso.kernel.Money;
import se.aviso.spi.dispatch.InvoiceFacts;

/** What is taxed how: the lines of a document summed up by their kind of tax. */
record Taxes(Map<TaxKind, Part> parts) {
    /** All lines of a kind; the reasons are those that were given for an exemption. */
    record Part(Money net, Money tax, Set<String> reasons) {}

    static Taxes of(InvoiceFacts facts) throws UnwritableException {
        var parts = new TreeMap<TaxKind, Part>();
        for (var line : facts.lines()) {
            if (!line.words()) {
                var reasons = new LinkedHashSet<String>();
                line.exemption().ifPresent(reasons::add);
                parts.merge(
                        TaxKind.of(line, facts.seller()), new Part(line.net(), line.vatAmount(), reasons), Taxes::sum);
            }
        }
        if (parts.isEmpty()) {
            throw new UnwritableException("The document claims for nothing.");
        }
        return new Taxes(parts);
    }

    private static Part sum(Part one, Part other) {
        var reasons = new LinkedHashSet<>(one.reasons());
        reasons.addAll(other.reasons());
        return new Part(one.net().plus(other.net()), one.tax().plus(other.tax()), reasons);
    }
}
