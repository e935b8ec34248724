package se.aviso.app.search;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.invoice.InvoiceRow;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.Member;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.app.web.PageRequest;
import se.aviso.group.Group;

/** What the search box finds, a few of each kind. */
@Named
@RequestScoped
@Screen(path = "/search/results.xhtml", needs = Permission.MEMBER_READ)
public class SearchView {
    private static final int MOST = 20;

    @Inject
    FindMembers members;

    @Inject
    FindInvoices invoices;

    @Inject
    FindGroups groups;

    @Inject
    Address address;

    @Inject
    Caller caller;

    private String text = "";
    private List<Member> foundMembers = List.of();
    private List<InvoiceRow> foundInvoices = List.of();
    private List<Group> foundGroups = List.of();

    @PostConstruct
    void load() {
        text = address.text("q").orElse("");
        if (text.isEmpty()) {
            return;
        }
        var wanted = FindMembers.Wanted.named(text);
        foundMembers = members.page(wanted, new PageRequest(MOST, Optional.empty())).stream()
                .limit(MOST)
                .toList();
        var digits = text.replaceAll("[\\s-]", "");
        if (digits.matches("\\d{1,25}") && caller.may(Permission.INVOICE_READ)) {
            foundInvoices = invoices.withDigits(digits, MOST);
        }
        if (caller.may(Permission.GROUP_READ)) {
            foundGroups = groups.named(text, MOST);
        }
    }

    public String getText() {
        return text;
    }

    public List<Member> getMembers() {
        return foundMembers;
    }

    public List<InvoiceRow> getInvoices() {
        return foundInvoices;
    }

    public List<Group> getGroups() {
        return foundGroups;
    }

    /** True when nothing was found. */
    public boolean isNothing() {
        return foundMembers.isEmpty() && foundInvoices.isEmpty() && foundGroups.isEmpty();
    }
}
