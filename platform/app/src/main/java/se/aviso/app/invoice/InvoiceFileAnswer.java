package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import se.aviso.app.screen.Desk;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.app.web.QueryParams;

/** What stands in the list's address, as a file; rows that were marked there come as {@code pick}, one each. */
@RequestScoped
public class InvoiceFileAnswer {
    /** Of the list, and no criteria. */
    private static final Set<String> OF_THE_LIST = Set.of("cursor", "sort", "pick");

    @Inject
    InvoiceExport export;

    @Inject
    Desk desk;

    /** A file with a criterion less than the reader believes would be worse than none: what is misread is 400. */
    void write(SheetFormat format, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var said = said(request);
        var query = QueryParams.of(said);
        var wanted = InvoiceFilter.of(query);
        query.refuseOthers();
        var within = desk.group().map(Desk.Chosen::path);
        var wish = new InvoiceExport.Wish(format, wanted, said.keySet(), within, desk.getLocale());
        export.begin(wish);
        response.setContentType(format.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"avier." + format.ending() + "\"");
        response.setHeader("Cache-Control", "no-store");
        export.write(wish, response.getOutputStream());
    }

    private static Map<String, String> said(HttpServletRequest request) {
        var said = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!OF_THE_LIST.contains(name) && !values[0].isBlank()) {
                said.put(name, values[0]);
            }
        });
        var picked = request.getParameterValues("pick");
        if (picked != null) {
            said.put("ids", String.join(",", picked));
        }
        return said;
    }
}
