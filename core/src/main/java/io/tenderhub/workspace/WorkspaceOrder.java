package io.tenderhub.workspace;

/** Orders of a workspace's list; ties are broken by ocid. */
public enum WorkspaceOrder {
    /** Soonest closing time first; tenders without one last. */
    CLOSING_SOONEST,
    /** Latest change of the entry first. */
    CHANGED_LATEST
}
