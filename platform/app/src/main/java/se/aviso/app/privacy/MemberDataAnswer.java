package se.aviso.app.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import se.aviso.app.tenancy.Tenancy;

/** The copy as an answer: to a browser, and over REST. */
@ApplicationScoped
class MemberDataAnswer {
    static final String TYPE = "application/zip";
    private static final String NAME = "attachment; filename=\"aviso-data.zip\"";

    @Inject
    MemberDataZip zip;

    /** The body is written when the request's filters are done; the tenant is entered anew for it. */
    Response response(MemberDataPages.Owner owner) {
        var tenant = Tenancy.required();
        StreamingOutput body = out -> Tenancy.within(tenant, () -> written(owner, out));
        return Response.ok(body, TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, NAME)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    void write(MemberDataPages.Owner owner, HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, NAME);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        zip.write(owner, response.getOutputStream());
    }

    private void written(MemberDataPages.Owner owner, OutputStream out) {
        try {
            zip.write(owner, out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
