package org.emotitune.intake;

/** Another import or a reindex changes the catalog at this moment: try again when it is over. */
public final class CatalogBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CatalogBusyException() {
        super("another import or a reindex is under way; try again when it is over");
    }
}
