"""The border-lockdowns case built in code: the same casebook as `casebook.toml`, record by record.

Run it to print the casebook as JSON:

    python examples/border_lockdowns/build.py
"""

import sys

from claimtrack import (
    Casebook,
    Claim,
    Document,
    Draft,
    Link,
    Note,
    PartialDate,
    Question,
    Source,
    Statement,
    dumps,
)


def border_lockdowns() -> Casebook:
    """The casebook: why were towns on the border locked down, and who says so?"""
    draft = Draft(
        title="Why were border towns in North Korea locked down in early 2021?",
        cutoff=PartialDate("2021-03-31"),
        private=False,
    )

    # Whoever says something.
    draft.add(Source(id="authorities", name="North Korean authorities", kind="official", reliability="D"))
    draft.add(Source(id="daily-nk", name="Daily NK", kind="media", reliability="C"))
    draft.add(
        Source(
            id="yanggang-source",
            name="A source in Yanggang Province",
            protected=True,
            descriptor="a source in Yanggang Province",
        )
    )
    draft.add(
        Source(id="locals", name="People in the border region", kind="other", descriptor="people in the border region")
    )

    # What is true or false.
    draft.add(
        Claim(id="covid", text="The 30-day lockdowns were ordered to keep COVID-19 from spreading.", topic="motives")
    )
    draft.add(
        Claim(
            id="smuggling",
            text="The 30-day lockdowns were ordered because of smuggling and illegal crossings.",
            topic="motives",
        )
    )
    draft.add(
        Claim(
            id="told-covid", text="With each order the authorities told residents that it served to contain COVID-19."
        )
    )
    draft.add(
        Claim(
            id="arrests",
            text="Two people were arrested for smuggling before Samjiyon and Hyesan were first locked down.",
            when=PartialDate("2021-01?"),
        )
    )
    draft.add(Claim(id="goods", text="The two had smuggled soybean oil, sugar and condiments of Chinese make."))
    draft.add(Claim(id="lockdown-samjiyon", text="After the arrests Samjiyon was locked down for 30 days."))
    draft.add(Claim(id="lockdown-hyesan", text="After the arrests Hyesan was locked down for 30 days."))
    draft.add(
        Claim(
            id="second-smuggling",
            text="Once the first order had been lifted in March, more smuggling was uncovered in Samjiyon.",
            when=PartialDate("2021-03~"),
        )
    )
    draft.add(
        Claim(
            id="relock-samjiyon",
            text="Samjiyon was then shut a second time, with all travel halted.",
            when=PartialDate("2021-03~"),
        )
    )
    draft.add(Claim(id="relock-hyesan", text="Hyesan was locked down a second time too.", when=PartialDate("2021-03~")))
    draft.add(
        Claim(
            id="returnee",
            text="A man who had come back from China in secret was discovered before Sakju was locked down.",
            when=PartialDate("2021-02?"),
        )
    )
    draft.add(
        Claim(
            id="lockdown-sakju",
            text="After his discovery Sakju was locked down for a month.",
            place="Sakju, North Pyongan Province",
            when=PartialDate("2021-03~"),
        )
    )
    draft.add(
        Claim(
            id="mss-increase",
            text="More officials of the Ministry of State Security (MSS) have lately been placed along the border.",
        )
    )
    draft.add(
        Claim(id="mss-hotspots", text="Their number grew most where smuggling and illegal crossings had happened.")
    )
    draft.add(
        Claim(
            id="mss-purpose",
            text="The officials were added to watch residents better, after the recent defections and smuggling.",
            topic="motives",
        )
    )
    draft.add(
        Claim(id="daehongdan", text="In Daehongdan County three people defected and one entered the country illegally.")
    )
    draft.add(
        Claim(
            id="daehongdan-watch",
            text="After the Daehongdan incident many more officials were set to watch residents around the clock.",
        )
    )
    draft.add(
        Claim(
            id="watch-order",
            text="MSS officials at the border ordered heads of neighbourhood watch units to report on residents.",
        )
    )
    draft.add(
        Claim(
            id="order-purpose",
            text="The order to the watch units is meant to prevent smuggling and defections by closer surveillance.",
            topic="motives",
        )
    )
    draft.add(Claim(id="complaints", text="Some residents complain about having to watch others all the time."))
    draft.add(Claim(id="too-hard", text="Watching others all the time is too hard.", kind="opinion"))
    draft.add(
        Claim(
            id="border-closed",
            text="The border with China was closed in 2020 and is still closed.",
            prior=0.9,
            when=PartialDate("2020/2021-03"),
        )
    )
    draft.add(Claim(id="hardship", text="The closed border has badly hurt the livelihoods of people who live near it."))
    draft.add(Claim(id="trade-rumour", text="There are rumours that trade across the border will start again."))
    draft.add(Claim(id="trade-resumes", text="Trade across the border will start again.", kind="prediction"))
    draft.add(
        Claim(
            id="will-strengthen",
            text="The state will go on building up its surveillance of people at the border.",
            kind="prediction",
        )
    )

    # Which claims are rivals.
    draft.add(Question(id="why", text="Why were the 30-day lockdowns ordered?", claims=("covid", "smuggling")))

    # What it was found in.
    draft.add(
        Document(
            id="article",
            title="Daily NK on lockdowns and surveillance along the border with China",
            publisher="Daily NK",
            published=PartialDate("2021-03~"),
        )
    )

    # Who says what, how they know, and through whom it came.
    draft.add(
        Statement(
            id="s-covid",
            origin="authorities",
            claim="covid",
            stance="asserts",
            lineage="decided",
            via=("locals", "daily-nk"),
            propensity="serves",
            anonymous=True,
            document="article",
            terms="on the record",
            stated=PartialDate("2021-01/2021-03"),
        )
    )
    draft.add(
        Statement(
            id="s-smuggling",
            origin="daily-nk",
            claim="smuggling",
            stance="asserts",
            lineage="deduced",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-told-covid",
            origin="daily-nk",
            claim="told-covid",
            stance="asserts",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-arrests",
            origin="daily-nk",
            claim="arrests",
            stance="asserts",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-goods", origin="daily-nk", claim="goods", stance="asserts", document="article", terms="on the record"
        )
    )
    draft.add(
        Statement(
            id="s-lockdown-samjiyon",
            origin="daily-nk",
            claim="lockdown-samjiyon",
            stance="asserts",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-lockdown-hyesan",
            origin="daily-nk",
            claim="lockdown-hyesan",
            stance="asserts",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-second-smuggling",
            origin="daily-nk",
            claim="second-smuggling",
            stance="asserts",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-relock-samjiyon",
            origin="daily-nk",
            claim="relock-samjiyon",
            stance="asserts",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-relock-hyesan",
            origin="daily-nk",
            claim="relock-hyesan",
            stance="asserts",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-returnee",
            origin="daily-nk",
            claim="returnee",
            stance="asserts",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-lockdown-sakju",
            origin="daily-nk",
            claim="lockdown-sakju",
            stance="asserts",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-mss-increase",
            origin="yanggang-source",
            claim="mss-increase",
            stance="asserts",
            via=("daily-nk",),
            anonymous=True,
            document="article",
            terms="background",
            stated=PartialDate("2021-03~"),
        )
    )
    draft.add(
        Statement(
            id="s-mss-hotspots",
            origin="yanggang-source",
            claim="mss-hotspots",
            stance="asserts",
            via=("daily-nk",),
            anonymous=True,
            document="article",
            quote="illegal border crossings",
            terms="background",
            stated=PartialDate("2021-03~"),
        )
    )
    draft.add(
        Statement(
            id="s-mss-purpose",
            origin="daily-nk",
            claim="mss-purpose",
            stance="asserts",
            lineage="deduced",
            hedge="appear",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-daehongdan",
            origin="daily-nk",
            claim="daehongdan",
            stance="asserts",
            lineage="told",
            hedge="understands",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-daehongdan-watch",
            origin="daily-nk",
            claim="daehongdan-watch",
            stance="asserts",
            lineage="told",
            hedge="understands",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-watch-order",
            origin="daily-nk",
            claim="watch-order",
            stance="asserts",
            lineage="told",
            hedge="reportedly",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-order-purpose",
            origin="daily-nk",
            claim="order-purpose",
            stance="asserts",
            lineage="deduced",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-complaints",
            origin="locals",
            claim="complaints",
            stance="asserts",
            via=("daily-nk",),
            anonymous=True,
            hedge="reportedly",
            document="article",
            quote="full-time monitoring",
            terms="background",
        )
    )
    draft.add(
        Statement(
            id="s-too-hard",
            origin="locals",
            claim="too-hard",
            stance="asserts",
            via=("daily-nk",),
            anonymous=True,
            hedge="reportedly",
            document="article",
            quote="too difficult",
            terms="background",
        )
    )
    draft.add(
        Statement(
            id="s-border-closed",
            origin="daily-nk",
            claim="border-closed",
            stance="asserts",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-hardship",
            origin="locals",
            claim="hardship",
            stance="asserts",
            via=("daily-nk",),
            anonymous=True,
            hedge="reportedly",
            document="article",
            terms="background",
        )
    )
    draft.add(
        Statement(
            id="s-trade-rumour",
            origin="daily-nk",
            claim="trade-rumour",
            stance="asserts",
            lineage="told",
            document="article",
            terms="on the record",
        )
    )
    draft.add(
        Statement(
            id="s-will-strengthen",
            origin="daily-nk",
            claim="will-strengthen",
            stance="asserts",
            lineage="deduced",
            hedge="expected",
            document="article",
            terms="on the record",
        )
    )

    # What bears on what; an analyst's step, with its reason.
    draft.add(
        Link(
            id="l-arrests",
            from_claim="arrests",
            to_claim="smuggling",
            sign="supports",
            because="The first orders came after a smuggling case, and in the same area.",
        )
    )
    draft.add(
        Link(
            id="l-samjiyon",
            from_claim="relock-samjiyon",
            to_claim="smuggling",
            sign="supports",
            because="A lockdown just lifted was put back once smuggling came to light: the closest pairing in the article.",
        )
    )
    draft.add(
        Link(
            id="l-sakju",
            from_claim="lockdown-sakju",
            to_claim="smuggling",
            sign="supports",
            strength="weak",
            because="Again an order after an incident, but an arrival from China would prompt a health measure as well.",
        )
    )
    draft.add(
        Link(
            id="l-not-covid",
            from_claim="relock-samjiyon",
            to_claim="covid",
            sign="undermines",
            strength="weak",
            because="A health motive does not by itself explain why smuggling, with no illness mentioned, set off a new order.",
        )
    )
    draft.add(
        Link(
            id="l-hyesan",
            from_claim="lockdown-hyesan",
            to_claim="smuggling",
            sign="supports",
            strength="weak",
            because="Ordered after the same arrests as Samjiyon's, but nothing is said to have happened in Hyesan itself.",
        )
    )
    draft.add(
        Link(
            id="l-second-smuggling",
            from_claim="second-smuggling",
            to_claim="relock-samjiyon",
            sign="supports",
            strength="weak",
            because="Fresh smuggling makes a fresh order likelier, whatever the motive.",
        )
    )
    draft.add(
        Link(
            id="l-hotspots",
            from_claim="mss-hotspots",
            to_claim="mss-purpose",
            sign="supports",
            because="Adding officials where people had smuggled and crossed fits the purpose that the newspaper infers.",
        )
    )
    draft.add(
        Link(
            id="l-daehongdan",
            from_claim="daehongdan",
            to_claim="daehongdan-watch",
            sign="supports",
            because="An escape and an illegal entry give the state a reason to watch that place more closely.",
        )
    )
    draft.add(
        Link(
            id="l-forecast",
            from_claim="border-closed",
            to_claim="will-strengthen",
            sign="supports",
            strength="weak",
            because="The reason that the newspaper itself gives for its forecast: a border kept closed has to be guarded.",
        )
    )

    # What was assumed, not found, searched for and asked.
    draft.add(
        Note(
            kind="assumption",
            about="why",
            text="At most one rival is true as worded, each read as the decisive cause. A mixture counts as none of these.",
        )
    )
    draft.add(
        Note(
            kind="assumption",
            about="article",
            text="Our copy is undated. Month and year are inferred from its content, and every date in this casebook hangs on them.",
        )
    )
    draft.add(
        Note(
            kind="assumption",
            about="border-closed",
            text="The prior of 0.9 is background knowledge from outside the article: the closure of early 2020 was widely covered.",
        )
    )
    draft.add(
        Note(
            kind="gap",
            about="daily-nk",
            text="No first-hand knowledge is shown for the newspaper, its source or the residents. Only the authorities know from themselves why they gave the orders, and they reach us as hearsay. One witness would change the picture.",
        )
    )
    draft.add(
        Note(
            kind="gap",
            about="relock-hyesan",
            text="The article mentions no new smuggling in Hyesan, and no length for the second orders. We link nothing from here.",
        )
    )
    draft.add(
        Note(
            kind="gap",
            about="lockdown-samjiyon",
            text="No start is given for the first order. If it ran 30 days and ended in March, it began on about 30 January or later. The longer it came after the arrests, the looser the pairing.",
        )
    )
    draft.add(
        Note(
            kind="gap",
            about="daehongdan",
            text="Someone crossed illegally here too, and no lockdown is mentioned. If there was none, incidents do not always bring one. To be asked: silence is not evidence.",
        )
    )
    draft.add(
        Note(
            kind="deception check",
            about="s-covid",
            text="A health reason costs the state nothing and hides gaps in its border guard. It would be given either way, so it tells little.",
        )
    )
    draft.add(
        Note(
            kind="dissent",
            about="smuggling",
            text="The opposite reading: people and goods from abroad may carry infection, so an incident can trigger a sincere health measure. The sequence alone cannot tell the motives apart.",
        )
    )
    draft.add(
        Note(
            kind="right of reply",
            about="authorities",
            text="Outstanding: the article records no answer from the authorities to what it says of their motives, nor that any was asked for.",
        )
    )
    draft.add(
        Note(
            kind="search made",
            about="smuggling",
            text="We read the whole article for anyone, named or not, who is said to have given this cause. There is none.",
        )
    )
    draft.add(
        Note(
            kind="indicator",
            about="why",
            text="Would speak for covid: a lockdown with no incident before it, or testing and isolation during one. For smuggling: the text of an order, or incidents elsewhere always followed by one.",
        )
    )
    return draft.casebook()


if __name__ == "__main__":
    sys.stdout.write(dumps(border_lockdowns(), format="json"))
