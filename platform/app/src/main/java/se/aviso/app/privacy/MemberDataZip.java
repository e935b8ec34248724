package se.aviso.app.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;

/**
 * A copy of what is known of a member (GDPR, articles 15 and 20): each kind as JSON and as CSV, and the invoices as
 * they were issued. Written as it is read; no more than some rows and one document are in memory.
 */
@ApplicationScoped
public class MemberDataZip {
    private static final JsonFactory JSON = new JsonFactory();

    @Inject
    MemberDataPages pages;

    /** Writes the copy; the stream is left open. */
    void write(MemberDataPages.Owner owner, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var kind : DataKind.ALL) {
            zip.putNextEntry(new ZipEntry(kind.name() + ".json"));
            json(kind, owner, zip);
            zip.putNextEntry(new ZipEntry(kind.name() + ".csv"));
            csv(kind, owner, zip);
        }
        documents(owner, zip);
        zip.finish();
    }

    private void json(DataKind kind, MemberDataPages.Owner owner, OutputStream zip) throws IOException {
        try (var json = JSON.createGenerator(zip).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartArray();
            each(kind, owner, fields -> {
                json.writeStartObject();
                for (var field : fields.entrySet()) {
                    json.writeStringField(field.getKey(), field.getValue());
                }
                json.writeEndObject();
            });
            json.writeEndArray();
        }
    }

    private void csv(DataKind kind, MemberDataPages.Owner owner, OutputStream zip) throws IOException {
        var columns = columns(kind, owner);
        var writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        writer.write(record(columns));
        each(
                kind,
                owner,
                fields -> writer.write(record(columns.stream()
                        .map(column -> harmless(fields.getOrDefault(column, "")))
                        .toList())));
        writer.flush();
    }

    private static String record(List<String> values) {
        return CSVFormat.RFC4180.format(values.toArray()) + "\r\n";
    }

    /** A spreadsheet takes what begins like that for a formula. */
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\t\r].*") && !text.matches("-?[0-9.]+") ? "'" + text : text;
    }

    private void each(DataKind kind, MemberDataPages.Owner owner, Taker taker) throws IOException {
        var after = "";
        for (var rows = pages.page(kind, owner.member(), after);
                !rows.isEmpty();
                rows = pages.page(kind, owner.member(), after)) {
            for (var row : rows) {
                taker.take(whole(kind, owner).apply(row.fields()));
                after = row.key();
            }
        }
    }

    private static List<String> columns(DataKind kind, MemberDataPages.Owner owner) {
        return List.copyOf(whole(kind, owner).apply(unknown(kind)).keySet());
    }

    private static Map<String, String> unknown(DataKind kind) {
        var fields = new LinkedHashMap<String, String>();
        kind.columns().forEach(column -> fields.put(column, ""));
        return fields;
    }

    /** The personal number is kept elsewhere than the profile it belongs to. */
    private static Function<Map<String, String>, Map<String, String>> whole(
            DataKind kind, MemberDataPages.Owner owner) {
        return fields -> {
            if (kind.isProfile()) {
                owner.personalNumber().ifPresent(number -> fields.put("personal_number", number));
            }
            return fields;
        };
    }

    private void documents(MemberDataPages.Owner owner, ZipOutputStream zip) throws IOException {
        var after = Optional.<UUID>empty();
        for (var ids = pages.invoices(owner.member(), after);
                !ids.isEmpty();
                ids = pages.invoices(owner.member(), after)) {
            for (var id : ids) {
                zip.putNextEntry(new ZipEntry("documents/" + id + ".pdf"));
                zip.write(pages.pdf(owner.member(), id));
                after = Optional.of(id);
            }
        }
    }

    /** Writes one row. */
    @FunctionalInterface
    private interface Taker {
        void take(Map<String, String> fields) throws IOException;
    }
}
