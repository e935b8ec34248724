package se.aviso.app.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** An answer in the form of RFC 9457; what was not found has no trace id, so that all such answers are the same. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(URI type, String title, int status, String detail, List<Place> errors, Optional<String> traceId) {
    /** One thing that is wrong, by JSON pointer. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Place(String pointer, String code, String detail) {}
}
