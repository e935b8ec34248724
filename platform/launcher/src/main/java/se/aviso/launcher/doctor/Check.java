package se.aviso.launcher.doctor;

/** An invariant: what it proves, and the query that answers the rows which violate it. */
public record Check(String name, String proves, String query) {}
