"""What every table of the configuration is, and one that names an URL which may be a secret."""

from collections.abc import Mapping
from typing import Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, model_validator

from config.errors import Origin
from config.fields import SecretCredential, SecretFile, SecretText, SecretVariable, setting
from config.secrets import Secret, read_credential, read_file, read_variable


class Table(BaseModel):
    """A table of the configuration: no key beyond those declared, no change after loading."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        allow_inf_nan=False,
        hide_input_in_errors=True,
        # Each table is made ready when it is first used; together they would cost each command a twentieth.
        defer_build=True,
    )

    _origin: Origin = PrivateAttr(default_factory=Origin)

    def placed(self, origin: Origin) -> None:
        """Remembers where this table stands, for the messages about its secrets."""
        self._origin = origin


class SecretUrl(Table):
    """An URL that may hold a password or token, given in one of four ways."""

    url: SecretText = setting(Secret(""), "The URL itself.", "an URL")
    url_file: SecretFile = setting("", "A file that holds the URL.", "the path of a readable file with one line")
    url_env: SecretVariable = setting("", "The environment variable that holds the URL.", "the name of a set variable")
    url_credential: SecretCredential = setting(
        "", "The systemd credential that holds the URL.", "a name that the unit loads with LoadCredential="
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        given = self._given()
        if len(given) > 1:
            raise ValueError(f"found {' and '.join(given)}; allowed: only one of them")
        return self

    def _given(self) -> list[str]:
        return [name for name in SecretUrl.model_fields if getattr(self, name)]

    def _secret(self, environ: Mapping[str, str]) -> Secret:
        if self.url_file:
            return read_file(self.url_file, self._origin.below("url_file"))
        if self.url_env:
            return read_variable(self.url_env, environ, self._origin.below("url_env"))
        if self.url_credential:
            return read_credential(self.url_credential, environ, self._origin.below("url_credential"))
        return self.url
