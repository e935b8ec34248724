package se.aviso.link;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which addresses are told that they have been taken off a member: those to which nothing goes any more. Whoever reads
 * one may be the member, whose invoices somebody else has had sent elsewhere.
 */
public final class FormerAddresses {
    private FormerAddresses() {}

    /**
     * The addresses of before that are not among those of after, in their order and each once.
     *
     * @param before as they stood on file
     * @param after as they stand now
     */
    public static List<String> of(List<String> before, List<String> after) {
        var kept = after.stream().map(AskedFor::normalised).collect(Collectors.toSet());
        return before.stream()
                .filter(address -> kept.add(AskedFor.normalised(address)))
                .toList();
    }
}
