"""Explain a rule, or list them all."""

import click

from claimcheck.cli.running import failed
from claimcheck.errors import SettingsError
from claimcheck.settings import check_rule_names


@click.command("rule")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Print the page of a rule: how it decides, what it flags, lets pass and misses.  Without a name, list them."""
    from claimcheck.rules import RULES

    if name is None:
        width = max(len(rule.name) for rule in RULES)
        for rule in RULES:
            click.echo(f"{rule.name:{width}}  {rule.severity.word:7}  {rule.summary}")
        return
    try:
        check_rule_names([name], [rule.name for rule in RULES])
    except SettingsError as error:
        failed(error)
        raise click.exceptions.Exit(2) from error
    rule = next(rule for rule in RULES if rule.name == name)
    click.echo(f"{rule.name} ({rule.family}, {rule.severity.word})\n\n{rule.page.strip()}")
