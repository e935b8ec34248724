package se.aviso.app.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API, version 1; changes only by addition. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {
    /** Keeps the server's JSON-B out: with two readers for JSON, which one wins is a matter of chance. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.jsonFeature", "aviso");
    }
}
