package io.tenderhub.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is made once for each policy. The policies in use are few; of many, the last ones are kept. For any number of threads. */
final class ByPolicy<V> {
    private static final int MOST = 8;

    private final Function<Policy, V> making;
    private volatile List<Made<V>> made = List.of();

    ByPolicy(Function<Policy, V> making) {
        this.making = making;
    }

    V of(Policy policy) {
        List<Made<V>> known = made;
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).policy == policy) {
                return known.get(i).value;
            }
        }
        return equalTo(policy);
    }

    private synchronized V equalTo(Policy policy) {
        for (Made<V> known : made) {
            if (known.policy.equals(policy)) {
                return known.value;
            }
        }
        Made<V> added = new Made<>(policy, making.apply(policy));
        List<Made<V>> all = new ArrayList<>(made);
        if (all.size() == MOST) {
            all.remove(0);
        }
        all.add(added);
        made = List.copyOf(all);
        return added.value;
    }

    private record Made<V>(Policy policy, V value) {}
}
