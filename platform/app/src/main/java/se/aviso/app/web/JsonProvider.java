package se.aviso.app.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/** Reads and writes the API's JSON, instead of the server's own way, whose errors know no place. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final int LONGEST = 1_000_000;
    private static final int TOO_LARGE = 413;
    private static final int BROKEN_OFF = 408;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var mapper = Json.mapper();
        try {
            var value = mapper.<Object>readValue(bytes(body), mapper.constructType(generic));
            return Required.check(value);
        } catch (JacksonException wrong) {
            throw JsonFaults.problem(wrong);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        Json.mapper().writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(body, value);
    }

    static HttpProblem empty() {
        return HttpProblem.badRequest("body-missing", List.of());
    }

    /** Files come in other forms; JSON is what people and programs say, and is short. */
    private static byte[] bytes(InputStream body) {
        var bytes = read(body);
        if (bytes.length == 0) {
            throw empty();
        }
        if (bytes.length > LONGEST) {
            throw new HttpProblem(TOO_LARGE, "too-large");
        }
        return bytes;
    }

    /** Who stops in the middle has waited longer than we do, or is gone. */
    private static byte[] read(InputStream body) {
        try {
            return body.readNBytes(LONGEST + 1);
        } catch (IOException brokenOff) {
            throw new HttpProblem(BROKEN_OFF, "body-broken-off");
        }
    }
}
