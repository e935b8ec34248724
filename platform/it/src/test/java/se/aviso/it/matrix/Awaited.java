package se.aviso.it.matrix;

import java.util.Set;

/**
 * Routes and pages that came beside the matrix and have no example yet. The build asks them for tokens and leaves the
 * rest to their own tests; the proof counts each as a failure. Nothing is added here: what is new gets an example.
 */
final class Awaited {
    static final Set<String> EXAMPLES = Set.of(
            "/access/invite.xhtml",
            "/invoice/unlink.xhtml",
            "/my/data.zip",
            "/operator/new.xhtml",
            "/operator/tenant.xhtml",
            "/operator/tenants.xhtml",
            "/privacy/certificate.xhtml",
            "/privacy/data.zip",
            "/privacy/erase.xhtml",
            "/privacy/number.xhtml",
            "/privacy/protect.xhtml",
            "DELETE invoices/{id}/links/{linkId}",
            "GET invoices/{id}/links",
            "GET me/data.zip",
            "GET members/{id}/data.zip",
            "GET members/{id}/erasure",
            "GET members/{id}/erasure/preview",
            "GET retention",
            "GET tenants",
            "GET tenants/{id}",
            "POST members/{id}/personal-number:reveal",
            "POST members/{id}:erase",
            "POST retention/purge",
            "POST tenants",
            "POST tenants/{id}:provision",
            "POST users/{id}:invite",
            "PUT members/{id}/protection",
            "PUT tenants/{id}/identity-provider");

    private Awaited() {}
}
