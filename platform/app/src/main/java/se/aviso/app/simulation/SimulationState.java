package se.aviso.app.simulation;

/** How far a simulation has come; the order is the code in the database. */
public enum SimulationState {
    RUNNING,
    DONE,
    FAILED
}
