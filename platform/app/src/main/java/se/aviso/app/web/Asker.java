package se.aviso.app.web;

/** Who sends the request that is answered, as far as answers must know it. */
public interface Asker {
    /** A stable sign of who it is, equal for nobody else of the tenant; empty for whoever was not recognised. */
    String sign();
}
