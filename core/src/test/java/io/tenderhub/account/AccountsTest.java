package io.tenderhub.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.memory.InMemoryHub;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final Secret GOOD = new Secret("correct horse battery");

    private final TestClock clock = new TestClock();
    private final InMemoryHub hub = new InMemoryHub(clock);
    private final Accounts accounts =
            new Accounts(hub.unitOfWork(), new QuickHasher(), hub.sessions(), clock, new SecureRandom());

    private static Secret secret(String text) {
        return new Secret(text);
    }

    private List<FieldProblem> problemsWith(String email, String name, String password) {
        InvalidInputException failure = catchThrowableOfType(
                InvalidInputException.class, () -> accounts.register(email, name, secret(password)));
        if (!password.isBlank()) {
            assertThat(failure.getMessage()).doesNotContain(password);
        }
        return failure.problems();
    }

    @Test
    void registersAUserUnderAnIdThatPeopleRecogniseAndNobodyForesees() {
        User jo = accounts.register(" Jo@Example.org ", " Zoë O'Neill ", GOOD);

        assertThat(jo.id().value()).matches("zoe-o-neill-[0-9a-f]{10}");
        assertThat(jo)
                .isEqualTo(
                        new User(jo.id(), new EmailAddress("jo@example.org"), "Zoë O'Neill", clock.instant(), false));
        assertThat(accounts.find(jo.id())).contains(jo);
        assertThat(accounts.findByEmail("JO@example.org")).contains(jo);
        assertThat(accounts.findByEmail("no address")).isEmpty();
        assertThat(accounts.all()).containsExactly(jo);
    }

    @Test
    void findsAnIdForEveryName() {
        assertThat(accounts.register("a@example.org", "王芳", GOOD).id().value()).matches("user-[0-9a-f]{10}");
        assertThat(accounts.register("b@example.org", "x".repeat(100), GOOD)
                        .id()
                        .value())
                .matches("x{20}-[0-9a-f]{10}");
    }

    @Test
    void keepsNoPasswordInTheClear() {
        User jo = accounts.register("jo@example.org", "Jo", GOOD);

        PasswordHash kept = hub.unitOfWork()
                .<PasswordHash>forSystem(
                        transaction -> transaction.users().password(jo.id()).orElseThrow());

        assertThat(kept.encoded()).doesNotContain(GOOD.reveal());
        assertThat(GOOD.toString() + kept + jo).doesNotContain("horse");
    }

    @Test
    void refusesAnAddressThatIsTakenHoweverItIsWritten() {
        accounts.register("jo@example.org", "Jo", GOOD);

        assertThatThrownBy(() -> accounts.register("JO@EXAMPLE.ORG", "Joe", GOOD))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void tellsAStrangerNothingOfWhoHasAnAddress() {
        User jo = accounts.register("jo@example.org", "Jo", GOOD);

        accounts.registerStranger("jo@example.org", "Joe", new Secret("another good password"));
        accounts.registerStranger("mo@example.org", "Mo", GOOD);

        assertThat(accounts.all()).extracting(User::name).containsExactly("Jo", "Mo");
        assertThat(accounts.find(jo.id())).hasValue(jo);
    }

    @Test
    void namesEveryProblemByField() {
        assertThat(problemsWith("nobody", " ", "short"))
                .extracting(FieldProblem::path)
                .containsExactly("email", "name", "password");
        assertThat(problemsWith("jo@example.org", "Jo\nJo", GOOD.reveal()))
                .extracting(FieldProblem::path)
                .containsExactly("name");
        assertThat(problemsWith("jo@example.org", "J".repeat(101), GOOD.reveal()))
                .extracting(FieldProblem::path)
                .containsExactly("name");
    }

    @Test
    void takesPasswordsOfTenTo128CharactersThatAreNeitherTheAddressNorCommon() {
        for (String bad : List.of(
                "",
                "123456789",
                "x".repeat(129),
                "🦏".repeat(9),
                "jo@example.org",
                " JO@example.org",
                "1234567890",
                "Password123",
                "qwertyuiop")) {
            assertThat(problemsWith("jo@example.org", "Jo", bad))
                    .as(bad)
                    .extracting(FieldProblem::path)
                    .containsExactly("password");
        }
        List<String> good = List.of("correct h0", "x y".repeat(42) + "zz", "🦏".repeat(10), "          7          ");
        for (int i = 0; i < good.size(); i++) {
            accounts.register("user" + i + "@example.org", "User", secret(good.get(i)));
        }
        assertThat(accounts.all()).hasSize(good.size());
    }

    @Test
    void endsTheSessionsOfWhoGetsAnotherPasswordOrIsDisabled() {
        User jo = accounts.register("jo@example.org", "Jo", GOOD);
        Secret first = hub.sessions().open(jo.id());
        accounts.resetPassword(jo.id(), secret("another good one"));
        assertThat(hub.sessions().use(first)).isEmpty();

        Secret second = hub.sessions().open(jo.id());
        accounts.disable(jo.id());
        assertThat(hub.sessions().use(second)).isEmpty();
        assertThat(accounts.find(jo.id()).orElseThrow().disabled()).isTrue();

        accounts.enable(jo.id());
        assertThat(accounts.find(jo.id()).orElseThrow().disabled()).isFalse();
    }

    @Test
    void resetsToNoPasswordThatBreaksTheRules() {
        User jo = accounts.register("jo@example.org", "Jo", GOOD);

        assertThatThrownBy(() -> accounts.resetPassword(jo.id(), secret("jo@example.org")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void saysWhenThereIsNoSuchUser() {
        UserId nobody = new UserId("nobody");

        assertThatThrownBy(() -> accounts.resetPassword(nobody, GOOD)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> accounts.disable(nobody)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> accounts.enable(nobody)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void seesACommonPasswordInWhateverLettersItIsWritten() {
        // Full-width letters, which are compared as the plain ones; and ten signs that are four letters once composed.
        for (String password : List.of("ｐａｓｓｗｏｒｄ１２３", "１２３４５６７８９０", "\u1112\u1161\u11ab".repeat(3) + "x")) {
            assertThat(problemsWith("jo@example.org", "Jo", password))
                    .extracting(FieldProblem::path)
                    .containsExactly("password");
        }
        assertThat(problemsWith("correct.horse@example.org", "Jo", "ｃｏｒｒｅｃｔ．ｈｏｒｓｅ＠example.org"))
                .extracting(FieldProblem::path)
                .containsExactly("password");
    }

    @Test
    void takesNoAddressWithLettersThatNobodySees() {
        for (String unseen : List.of("\u001b", "\u009b", "\u0085", "\u00a0", "\u200b", "\u202e", "\ud800")) {
            assertThat(problemsWith("jo" + unseen + "@example.org", "Jo", GOOD.reveal()))
                    .as(unseen)
                    .extracting(FieldProblem::path)
                    .containsExactly("email");
            assertThat(problemsWith("jo@exam" + unseen + "ple.org", "Jo", GOOD.reveal()))
                    .as(unseen)
                    .extracting(FieldProblem::path)
                    .containsExactly("email");
        }
        assertThat(accounts.register("zoë@müller.example", "Zoë", GOOD).email().value())
                .isEqualTo("zoë@müller.example");
    }

    @Test
    void bringsNoSessionBackThatCouldNotBeEndedWhenItsUserWasDisabled() {
        User jo = accounts.register("jo@example.org", "Jo", GOOD);
        Secret token = hub.sessions().open(jo.id());
        // As if the sessions' store had been away when he was disabled.
        hub.unitOfWork().<Boolean>forSystem(transaction -> transaction.users().setDisabled(jo.id(), true));

        accounts.enable(jo.id());

        assertThat(hub.sessions().use(token)).isEmpty();
        assertThat(accounts.find(jo.id()).orElseThrow().disabled()).isFalse();
    }

    @Test
    void showsNeitherATokenNorItsHash() {
        SessionToken token = SessionToken.create(new UserId("jo"), new SecureRandom());

        assertThat(token.toString()).isEqualTo("SessionToken[jo]");
    }
}
